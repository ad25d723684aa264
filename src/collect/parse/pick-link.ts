interface Link {
  readonly href?: string;
  readonly rel?: string;
  readonly type?: string;
}

/** The page among Atom links: the alternate in HTML, else any alternate. */
export function pickLink(links: readonly Link[] = []): string | undefined {
  const alternates = links.filter((link) => (link.rel ?? 'alternate') === 'alternate');
  const page = alternates.find((link) => /html/.test(link.type ?? 'html'));
  return (page ?? alternates[0])?.href;
}
