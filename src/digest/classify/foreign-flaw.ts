const NAME = String.raw`\p{L}*\p{Lu}[\p{L}\d.+&’'/-]*`;
const NAMES = `${NAME}(?: (?:${NAME}|\\d[\\d.]*)){0,4}`;
/** Small, as no title in title case has it, where every word looks like a name. */
const FLAW = '(?:flaws?|bugs?|vulnerabilit(?:y|ies)|zero[- ]days?|holes?)\\b';
/** What kind of flaw it is, between a name and the flaw. */
const KIND =
  '(?:auth(?:entication)?|bypass|remote|code|execution|privilege|escalation|command|injection|path|traversal|memory|corruption|overflow|information|disclosure|critical|severe|high-severity|max-severity|zero-day|unpatched|security|kernel|web|login|of)';
/** "Critical Acme Gateway auth bypass flaw". */
const BEFORE_FLAW = new RegExp(`(${NAMES}) (?:(?:${KIND}|RCE|SQL|XSS|SSRF|DoS) ){0,4}${FLAW}`, 'u');
/** "Critical flaw in Acme Gateway". */
const BEHIND_FLAW = new RegExp(`\\b${FLAW} in (?:the )?(${NAMES})`, 'u');
/** What stands large in front of a flaw and is no name. */
const NO_NAME =
  /^(?:(?:A|An|The|New|Critical|Severe|Urgent|Patch|Max(?:imum)?|High|Recent|Latest|Old|Unpatched|Actively|Exploited|Two|Three|Four|Five|Several|Multiple|Many|CVE-[\d-]+|[A-Z]{2,5})(?: |$))+/;
/** What hypervisors contain or run on: a flaw there is theirs, too. */
const SHARED =
  /\b(?:Linux|kernel|Intel|AMD|Arm|CPU|Zen|Xeon|EPYC|Spectre|Meltdown|UEFI|Secure Boot|TPM|GRUB|OpenSSH|OpenSSL|sudo|Log4j|Log4Shell|glibc|VirtIO|Virtio|libvirt|OVMF|EDK|NVIDIA|vGPU|BMC|Patch Tuesday)\b/;
/** "… hits VMware ESXi": who is hit has the flaw. */
const REACHES = /^\s*(?:that |which |also |now )*(?:affect|hit|impact|found in|in\b|lurk)/;

/**
 * True for a title on a flaw that is in another maker's product: "Acme FortressOS flaw exploited",
 * "Acme flaw opens the way to VMware backups". Asks whether a part of the title names what the
 * hypervisors call their own.
 */
export function namesForeignFlaw(title: string, isOwn: (part: string) => boolean): boolean {
  const end = endOfNamedFlaw(title);
  if (end === undefined || REACHES.test(title.slice(end))) return false;
  const head = title.slice(0, end);
  return !SHARED.test(head) && !isOwn(head);
}

/** Where the words on a flaw end that a title gives a name to. */
function endOfNamedFlaw(title: string): number | undefined {
  for (const pattern of [BEFORE_FLAW, BEHIND_FLAW]) {
    const match = pattern.exec(title);
    const name = match?.[1]?.replace(NO_NAME, '') ?? '';
    if (match && name !== '') return match.index + match[0].length;
  }
  return undefined;
}
