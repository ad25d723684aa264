import { either } from '../words/either.ts';

/** How far it is with a takeover: wanted, agreed, looked into by an authority, cleared, closed. */
type Stage = 'sought' | 'agreed' | 'reviewed' | 'cleared' | 'closed';

/** What a headline says of one company that buys another. */
export interface Takeover {
  /** One, or those of "closes after China approves". */
  readonly stages: readonly Stage[];
  /** The authorities that it names. */
  readonly authorities: readonly string[];
  /** The words that name what is bought; absent where it is not said who buys what. */
  readonly bought?: string;
}

/** "Acme raises prices after the Gizmo acquisition": what was done before. */
const BEFORE =
  /\b(?:since|after|following|amid|despite|ahead of|post|depuis|après|nach|seit|tras|desde)\b.*/i;
/** Somebody buys a company: enough without a further word. "How to buy" is advice, licences are goods. */
const PURCHASE = either(
  /(?<!\b(?:how|where|what|when|why|need|needs|have|has|had|want|wants|forced|forces|customers|users) )(?<![\p{L}\p{N}])(?:(?:to|will|could|may|would) (?:acquire|buy)|acquires|acquiring|has acquired|acquired by|buys|(?:is|are) buying|now owned by|buyout|übernimmt|rachète|compra a)\b(?!(?: [\w$€£.,-]+){0,6} (?:back|stake|licen[sc]es?|licencias|subscriptions?|bundles?|clusters|servers|nodes|hardware|appliances|cores|support|capacity|time|more|less|VMs|GPUs)\b)/iu,
  /[$€£]\s?\d.*\bpurchase\b/iu,
  /買収/iu,
);
/** A deal by its name, which is news only with what becomes of it; a server is taken over by attackers. */
const DEAL =
  /(?<!\b(?:host|server|account|domain|system|device|machine|cluster|node|site|admin|full|complete|total|hypervisor)[- ])\btakeover\b|(?<![\p{L}\p{N}])(?:acquisition|acquire|merge[rd]|Übernahme|rachat|acquisizione)\b/iu;
/** What else it is called: "the $69bn VMware deal". Deals with customers are closed, too. */
const BARGAIN = /\b(?:deal|buy|purchase|compra)\b/i;
const BILLIONS = /[$€£]\s?\d[\d.,]*\s?(?:bn?|bln|billions?)\b/i;
const SALE = /\bexplores? (?:a )?sale\b/i;
const SOUGHT =
  /\b(?:talks?|explor\w+|mulls?|weighs|considers?|interest|rumou?rs?|could|may|offers?|bids?|vicina)\b/i;
const AGREED = /\b(?:announces?|agrees?)\b/i;
const REVIEWED = /\b(?:investigat\w+|inquir\w+|prob(?:es?|ing)|object(?:s|ions?)|scrutin\w+)\b/i;
const CLEARED =
  /\b(?:clear(?:s|ed)|approv(?:es?|ed|al)|nod|green[- ]?light|genehmig\w+|apruebe|aprueba|approuve|valide)\b/i;
const CLOSED =
  /\b(?:complet(?:es|ed|ion)|clos(?:es?|ed|ing)|finali[sz]e[sd]?|seals?|concludes?|concluded|successful|now owned|abgeschlossen)\b/i;
/** What is fought in court was done before, too. */
const CONTESTED =
  /\b(?:challeng\w+|complain\w*|courts?|appeals?|lawsuit|sue[sd]?|suit|annul\w*|tribunal|Klage)\b/i;
/** "No ongoing discussions to buy": nobody does. */
const DENIED = /\b(?:no|not|denies|dismisses|won['’]t)\b/i;
const AUTHORITIES: readonly (readonly [string, RegExp])[] = [
  ['China', /\b(?:China|Chinese|Beijing|SAMR)\b/],
  ['European Commission', /\b(?:EU|EC|European Commission|Commission|Brussels)\b/],
  ['United Kingdom', /\b(?:UK|CMA|Britain|British)\b/],
];

/**
 * Reads a normalized title. Undefined where it tells of no takeover, of one that was before what it
 * tells ("layoffs after the acquisition"), or of a fight about one.
 */
export function readTakeover(title: string): Takeover | undefined {
  const told = title.replace(BEFORE, '');
  if (DENIED.test(told) || CONTESTED.test(told)) return undefined;
  const purchase = PURCHASE.exec(told);
  const settled = settledStages(title, told);
  const isNamed = purchase !== null || DEAL.test(told) || SALE.test(told);
  if (!isNamed && (settled.length === 0 || !BARGAIN.test(told))) return undefined;
  const authorities = AUTHORITIES.filter(([, pattern]) => pattern.test(title)).map(
    ([name]) => name,
  );
  if (!isNamed && !BILLIONS.test(told) && authorities.length === 0) return undefined;
  const stages = settled.length > 0 ? settled : openStages(told, purchase !== null);
  if (stages.length === 0) return undefined;
  return { stages, authorities, ...(purchase && { bought: boughtIn(told, purchase) }) };
}

/** "Acme buys Gizmo", "Gizmo acquired by Acme". */
function boughtIn(told: string, { 0: verb, index }: RegExpExecArray): string {
  const isPassive = verb.toLowerCase().endsWith(' by');
  return isPassive ? told.slice(0, index) : told.slice(index);
}

/** What an authority does, or what is done; a title may tell of both. */
function settledStages(title: string, told: string): Stage[] {
  if (REVIEWED.test(told)) return ['reviewed'];
  if (!CLEARED.test(told) && !CLOSED.test(told)) return [];
  return [
    ...(CLEARED.test(title) ? (['cleared'] as const) : []),
    ...(CLOSED.test(title) ? (['closed'] as const) : []),
  ];
}

function openStages(told: string, isPurchase: boolean): Stage[] {
  if (SOUGHT.test(told)) return ['sought'];
  return isPurchase || AGREED.test(told) ? ['agreed'] : [];
}
