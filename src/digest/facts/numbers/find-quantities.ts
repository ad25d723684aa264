/** A number with what it counts, in the words of the text: `at least 72 cores`, `$61 billion`, `1,050 percent`. */
export interface Quantity {
  readonly text: string;
  /** The same for what is the same: "72 cores", "72-core minimum" and "72 CPU cores". */
  readonly key: string;
  readonly at: number;
}

const NUMBER = "(?:\\d{1,3}(?:[,.' ]\\d{3})+|\\d+(?:[.,]\\d{1,2})?)(?![\\d]|[.,]\\d)";
const SCALE =
  "(?:\\s?(?:thousand|million|billion|trillion|bn|bln|mn|Mio\\.?|Mrd\\.?|Millionen|Milliarden?|millions|milliards?|millones|milioni|miliardi)(?![\\p{L}\\p{N}])(?: de(?: |(?=\\s))| d[’'])?)?";
const ABOUT =
  "(?:(?:up to|at least|at most|more than|less than|fewer than|over|under|about|around|almost|nearly|roughly|bis zu|mindestens|höchstens|mehr als|weniger als|über|rund|etwa|fast|knapp|jusqu['’]à|au moins|plus de|moins de|environ|près de|hasta|al menos|más de|casi) )?";
/** No part of a version, an id, a path or an address. */
const START = "(?<![\\p{L}\\p{N}.,/#:_$€£'’-])";
const RANGE = `(?:between ${NUMBER} and |entre ${NUMBER} (?:et|y) |zwischen ${NUMBER} und |${NUMBER}\\s?(?:-|–|to|bis|à)\\s?)?`;
const AMOUNT = `${RANGE}(?<number>${NUMBER})${SCALE}`;

/** "$300 to $3,000", "$635-645 million". */
const UNTIL = `(?:\\s?(?:-|–|to|bis|à)\\s?[$€£]?${NUMBER}(?:[kmbt]\\b|${SCALE}))?`;
const EACH =
  '(?:\\s?(?:\\/|per\\b|an?\\b|and\\b|pro\\b|par\\b|por\\b)\\s?(?:(?:physical|CPU) )?(?:cores?|socket|CPU|processor|host|server|node|VM|user|seat|customer|share|day|month|year|Kern|Sockel|Monat|Jahr|cœur|mois|an|núcleo|mes|año)\\b){0,2}';
const COMPARED =
  '(?:more|less|fewer|higher|lower|faster|slower|cheaper|smaller|larger|discounts?|savings?|growth|(?:price )?(?:increases?|rises?|hikes?)|of (?:[\\p{L}-]+ ){0,3}(?:customers|partners|users|workloads|servers|hosts|companies|organi[sz]ations|respondents|revenue|admins|administrators|Kunden|clients|clientes))\\b';
/** What a counted thing may be called before its noun: "virtual processors", "VMware customers". */
const KIND =
  '(?:(?!(?:virtual machines?|of|in|on|and|or|for|to|the|an?|with|by|from|as|at|is|are|was|were|per|that|which|than|its|their|our|und|der|die|das|von|mit|für|in|im|de|des|du|et|en|pour|les|la|le|y|con|para)\\b)[\\p{L}][\\p{L}-]* ){0,2}';
const COUNTED =
  '(?<noun>cores?|sockets?|v?CPUs?|v?GPUs?|processors?|VMs?|virtual machines?|machines?|guests|desktops?|hosts?|servers?|nodes?|clusters?|data ?cent(?:er|re)s?|customers?|partners?|providers?|resellers?|users?|employees|staff|jobs|workers|companies|organi[sz]ations|agencies|instances|systems|installations|deployments|devices|workloads|applications|stores|sites|branches|countries|licen[cs]es|subscriptions|vulnerabilities|flaws|bugs|fixes|patches|CVEs|contributors|Kerne?n?|Kunden|Servern?|Nutzern?|Mitarbeitern?|Arbeitsplätzen?|virtuellen? Maschinen|Schwachstellen|Lücken|cœurs|clients|serveurs|machines virtuelles|utilisateurs|salariés|núcleos|clientes|servidores|usuarios|máquinas virtuales)';
const SIZED = '(?<unit>[TP]i?B|tera ?bytes?|peta ?bytes?|[GM]i?B(?= (?:of )?(?:memory|RAM)\\b))';

const PATTERNS: readonly RegExp[] = [
  `${START}${ABOUT}${RANGE}(?<money>(?:US|CA|AU|HK)?[$€£¥]|(?:USD|EUR|GBP|CHF) )\\s?(?<number>${NUMBER})(?:[kmbt]\\b|${SCALE})${UNTIL}${EACH}`,
  `${START}${ABOUT}${AMOUNT}\\s?(?<money>(?:US[- ])?dollars?|euros?|pounds|Dollar|Euro|Pfund|USD|EUR|GBP|CHF|dólares|[€£$])(?![\\p{L}\\p{N}])${EACH}`,
  `${START}${ABOUT}${AMOUNT}\\s?(?<percent>%|percent\\b|per cent\\b|Prozent\\b|pour ?cent\\b|por ciento\\b|per cento\\b|procent\\b)(?: ${COMPARED})?`,
  `${START}${ABOUT}${AMOUNT}(?<times>[x×]| times) ${COMPARED}`,
  `${START}${ABOUT}${AMOUNT}\\s?${SIZED}(?![\\p{L}\\p{N}/])(?: of (?:memory|RAM|storage|data|capacity)\\b| (?:memory|RAM)\\b)?`,
  `${START}${ABOUT}${AMOUNT}(?: |-(?=core))${KIND}${COUNTED}(?![\\p{L}\\p{N}])(?:(?<=-core) (?:minimum|licen[cs]e|purchase|pack|threshold|requirement|rule|order)s?\\b|(?<!-core))`,
].map((source) => new RegExp(source, 'giu'));

/** What numbers its editions by year, or by a small number without a point. */
const IS_VERSIONED =
  /\b(?:Debian|Ubuntu|Fedora|RHEL|Linux|Windows|kernel|macOS|Horizon|SLES|SUSE|Rocky|AlmaLinux|CentOS|FreeBSD|Exchange|Server|versions?|releases?|build|update|v)\s$/i;
/** "Nine in ten", "two out of 10". */
const IS_SHARE =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of) (?:every )?$/i;
const FEWEST = 10;
/** Where even a few are news. */
const ALWAYS = /^(?:core|socket|Kern|cœur|núcleo)/i;
const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['$', /^(?:US)?\$|dollar|USD|dólar/i],
  ['€', /€|euro|EUR/i],
  ['£', /£|pound|Pfund|GBP/i],
];
const SHARE_OF_ALL = 100;

/** Money, shares, multiples, sizes and counts of what the field counts, in the order of the text. */
export function findQuantities(text: string): Quantity[] {
  const found: (Quantity & { readonly end: number })[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const isTaken = found.some((other) => match.index < other.end && end > other.at);
      if (isTaken || !saysMuch(match, text)) continue;
      found.push({ text: match[0].trim(), key: keyOf(match), at: match.index, end });
    }
  }
  return found.map(({ text, key, at }) => ({ text, key, at })).sort((a, b) => a.at - b.at);
}

function saysMuch({ 0: whole, index, groups = {} }: RegExpMatchArray, text: string): boolean {
  const { number = '', noun, percent } = groups;
  const value = amountOf(number);
  if (percent !== undefined) return value !== 0 && value !== SHARE_OF_ALL;
  if (noun === undefined) return value !== 0;
  const before = text.slice(0, index);
  const isYear = /^(?:199\d|20[0-3]\d)$/.test(number) && number !== '2000';
  const isPart = /^\d+[.,]\d{1,2}$/.test(number) && !/[mb]illion|Mi[ol]|Mrd|mil|bl?n/i.test(whole);
  if (isYear || isPart || [IS_VERSIONED, IS_SHARE].some((sign) => sign.test(before))) return false;
  return ALWAYS.test(noun) || value >= FEWEST || /million|billion|thousand|Mi[ol]/i.test(whole);
}

function keyOf({ 0: whole, groups = {} }: RegExpMatchArray): string {
  const { number = '', noun, money, percent, times, unit } = groups;
  const scale = /(?<=\d)\s?([kmbt])(?:n|ln|\b|illi|rillion|housand|io|rd)/i.exec(whole)?.[1] ?? '';
  const what =
    noun?.replace(/^(?:virtual machine|machine)/i, 'VM') ??
    unit ??
    (percent && '%') ??
    (times && 'times') ??
    currencyOf(money);
  return `${amountOf(number)}${scale} ${what.trim().replace(/s$/, '')}`.toLowerCase();
}

/** "1,050" and "1.050" are one thousand and fifty; "1.5" and "1,5" are one and a half. */
function amountOf(number: string): number {
  const isGrouped = /^\d{1,3}(?:[,.' ]\d{3})+$/.test(number);
  return Number(isGrouped ? number.replace(/\D/g, '') : number.replace(',', '.'));
}

/** "dollars", "USD" and "$" are one. */
function currencyOf(money = ''): string {
  const [name] = CURRENCIES.find(([, sign]) => sign.test(money)) ?? [money];
  return name;
}
