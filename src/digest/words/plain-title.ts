/** "acme-tool (1.2-1) trixie; urgency=medium": the first line of a changelog of Debian. */
const LINE = /^([^()]{1,80}) \((\d[^()\s]*)\) [\w-]+(?: [\w-]+)*; urgency=\w+$/;

/** A title without what a changelog puts behind the version: "acme-tool 1.2-1". */
export function plainTitle(title: string): string {
  return title.includes('; urgency=') ? title.trim().replace(LINE, '$1 $2') : title;
}
