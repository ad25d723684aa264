/** How far an instant is from now, in words: `3 h ago`, `in 20 min`, `now`. */
export function tellDistance(at: Temporal.Instant, now: Temporal.Instant): string {
  const minutes = Math.round((at.epochMilliseconds - now.epochMilliseconds) / 60_000);
  if (minutes === 0) return 'now';
  return minutes < 0 ? `${inUnits(-minutes)} ago` : `in ${inUnits(minutes)}`;
}

function inUnits(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
