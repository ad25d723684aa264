import type { Label, Topic } from '../../model/classification.ts';

/** "600 dollars a socket", "$350 per core", "a hundred euros a guest". */
const PRICE =
  /(?:[$€£]\s?\d[\d.,]*|(?:\d[\d.,]*|hundred|thousand)\s?(?:dollars?|euros?|pounds?|USD|EUR|€|\$))\s*(?:a|an|per|for each|for every|je|pro|par|\/)\s*(?:physical )?(?:core|socket|CPU|processor|VM|guest|host|server|node|device|workload|month|year|user|Kern|Monat|Jahr|cœur|mois|an)\b/i;
/** "Bills grow six to twelve times", "tariffs twelve times the old". */
const MULTIPLE =
  /\b(?:bills?|prices?|costs?|fees?|tariffs?|rates?|invoices?|quotes?|charges?|pay|Rechnung\w*)\b[^.]{0,30}\b(?:times|\w+fold|doubled?|doubles|tripled?|triples|quadrupled?|quadruples|\w+fache)\b/i;
const DISPUTE =
  /\b(?:sue[sd]?|suing|suit|lawsuits?|legal (?:action|dispute|battle|fight|challenge)|courts?|judges?|ruling|proceedings|annul\w*|settle(?:s|d|ment)?|complaints?|disputes?|antitrust|counterclaims?|claims? against|abus\w+ (?:\w+ ){0,3}dominan\w+|Beschwerden?|Abmahn\w+|vonnis|diffida|plainte|denuncia|klagt?|verklagt|justice|tribunal|poursuit|demanda a|rechter|rechtszaak|gericht)\b/i;
/** In an opening only what is said of a case that is on. */
const CASE =
  /\b(?:court (?:papers|filings?|documents)|claims damages|(?:asks|tells|told) (?:a|the) (?:\w+ ){0,3}(?:judge|court)|restraining order)\b/i;
/** "Licence violation", "breaks the open source license": an open one is fought over, too. */
const LICENCE_BREACH =
  /\b(?:violat|breach|infring|infract)\w*\b.{0,60}\blicen[sc]es?\b|\blicen[sc]e\b.{0,20}\b(?:violation|breach|infringement|infraction)/i;
/** "Acme slams Globex use of open source code". */
const ACCUSATION = /\b(?:slams?|blasts?|accus\w+|alleg\w+)\b.*\bopen source\b/i;
/** Editions exist to be sold: who ends one, or brings it back, changes what customers pay. */
const EDITION_CHANGES =
  /\b(?:kills?|axes|ends?|drops?|discontinu\w+|retires?|pulls|withdraws?|abandonne|supprime|efface|streicht|brings? back|revives?|reintroduces?)\b.{0,40}\b(?:vSphere (?:Foundation|Standard|Enterprise|Essentials)|VVF|Essentials Plus|Enterprise Plus)\b/i;
/** Whether a company buys another, and may, is another question than what its customers pay. */
const TAKEOVER =
  /\b(?:acquisition|acquires?|to (?:buy|acquire)|takeover|merger|buyout|bid|snags)\b/i;
/** What the authorities do before a takeover, as they call it. */
const MERGER_CONTROL =
  /\b(?:remed(?:y|ies)|merger control|competition concerns|in-depth (?:investigation|probe)|statement of objections)\b/i;
/** What follows a takeover is about its terms. */
const AFTERMATH =
  /\b(?:CISPE|annul\w*|after|since|following|courts?|sue[sd]?|suit|lawsuits?|complain\w*|challenge[sd]?)\b/i;
/** What machines cost: "Server and PC prices set to rise". */
const HARDWARE =
  /\b(?:memory|DRAM|RAM|SSDs?|NAND|flash|servers?|PCs?|computers?|hardware|GPUs?|storage|chips?|CPUs?|processors?|EPYC|Xeon)\b.*\b(?:prices?|pricing|SKUs?)\b|\bprices?\b.*\b(?:memory|DRAM|RAM|SSDs?|NAND|flash|servers|PCs?|computers?|hardware|GPUs?|chips?)\b/i;
/** "Add support for license keys" is what a developer did, and no terms. */
const CHORE = /^(?:Add|Fix|Allow|Support|Implement)\b/;
/** "Western Union zaps VMware and moves to Nutanix". */
const MOVE =
  /^(?!(?:how|why|when|time|what)\b)[^:?]*\b(?:(?:moves?|moved|moving|exits?|exiting)\b.*\b(?:off|from|for|to|onto)|zaps|boots|ditches|swaps|dumps|drops|replaces) /i;
/** "Spurs boots VMware, cites 85% licensing saving": what leaving saved, or why it was due. */
const MOVED_FOR_MONEY =
  /\b(?:boots|ditche[sd]|exits|leaves|left|dumps|migration|moved?s?)\b.*\b(?:cites|citing|saves|savings?|reduces|cuts)\b|\bdrove (?:it|them|us) (?:from|off|away|to)\b/i;
/** "VMware migrations will be long and costly": what it takes to leave is no price of a product. */
const COST_OF_MOVING =
  /\b(?:migrat\w+|moving|leaving|exiting|switching)\b.*\b(?:costly|cost a|coûteuse|expensive|teuer)(?!\p{L})/iu;
/** Platforms compared, and a list of what is compared: "features, pricing and performance". */
const COMPARISON = /\bvs\b|\bversus\b|\bcompar(?:ed|ison|ing)\b/i;
const LISTED = /, (?:\w+ )?(?:pric\w+|costs?|licen[sc]\w+)\b|\b(?:pric\w+|costs?|licen[sc]\w+), /i;

/** What is read of an entry. */
interface ReadTexts {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  /** True when words of licensing stand in the title. */
  readonly isTitled: boolean;
}

/** Adds licensing to the topics, or takes it off them, where words alone do not tell. */
export function settleLicensing(
  topics: Set<Topic>,
  { title, lead, text, isTitled }: ReadTexts,
  labels: readonly Label[],
): void {
  if (PRICE.test(text)) topics.add('licensing');
  if (labels.length > 0 && MULTIPLE.test(text)) topics.add('licensing');
  // What a bill drove somebody to is the news, not the bill.
  const isMove = topics.has('migration') && MOVE.test(title) && !isTitled;
  const isCostOfMoving = COST_OF_MOVING.test(title);
  if (isMove || isCostOfMoving || (labels.length > 0 && MOVED_FOR_MONEY.test(title)))
    topics.delete('licensing');
  // Whoever goes to court with the maker of a hypervisor fights over its terms, patents aside; courts
  // that are attacked do not.
  const isFought = (DISPUTE.test(title) || CASE.test(lead)) && !/\bpatents?\b/i.test(text);
  if (labels.length > 0 && isFought && !topics.has('security')) topics.add('licensing');
  const isAccused = LICENCE_BREACH.test(text) || ACCUSATION.test(title);
  if (labels.length > 0 && isAccused) topics.add('licensing');
  if (EDITION_CHANGES.test(title)) topics.add('licensing');
  const isElsewhere = (labels.length === 0 && HARDWARE.test(title)) || CHORE.test(title);
  if (isElsewhere) topics.delete('licensing');
  const isTakeover = TAKEOVER.test(title) || MERGER_CONTROL.test(text);
  if (isTakeover && !isTitled && !AFTERMATH.test(title)) topics.delete('licensing');
  const isCompared = labels.length > 1 && COMPARISON.test(title);
  if (isCompared && (!isTitled || LISTED.test(title))) topics.delete('licensing');
}
