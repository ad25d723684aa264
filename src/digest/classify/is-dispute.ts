/** Somebody goes to court, or to whoever watches the market. */
const DISPUTE =
  /\b(?:law ?suits?|sue[sd]?|suing|courts?|judges?|rul(?:ed|ings?)|trial|appeals?|verdict|legal (?:action|battle|fight|dispute|challenge|threats?)|(?:court|legal|summary|interim) proceedings|injunctions?|litigation|settle[sd]?|settlement|complain(?:s|ed|ts?)?|antitrust|inquir(?:y|ies)|cease[- ]and[- ]desist|watchdogs?|regulators?|CISPE|demanda|poursuit|procès|tribunal|klagt?|verklagt|gericht|untersucht|Beschwerde|Urteil|plainte|denuncia|vonnis|rechter|slams?|accus\w+|violat\w+)\b/i;
/** What customers of software quarrel over; several of them are news without a court. */
const TERMS =
  /\b(?:licen[csz]\w*|\w*lizenz\w*|perpetual|bundles?|bundling|rental|contracts?|bills?|maintenance|subscriptions?|renewals?|audit(?:s|ed|ing)?|resellers?|support|price (?:hikes?|rises?|increases?)|customers?)\b/gi;
const FEWEST_TERMS = 2;
/** The other affairs of a company that makes more than software. */
const OTHER_AFFAIRS =
  /\b(?:patents?|chips?|chip ?makers?|semiconductors?|silicon|wafers?|wireless|wi-?fi|bluetooth|modems?|mainframes?|symantec|brocade|trade secrets?|shareholders?|investors?|shares|stocks?|earnings|quarter|accelerators?|ethernet|routers?|AI|TPUs?|XPUs?|employees?|workers?|discrimination|tax(?:es)?|exports?)\b/i;

/**
 * True for a title on a company's quarrel with those who use its software, or on its terms for them:
 * a law suit over support, licences by the core. Its other businesses have disputes of their own.
 */
export function isDispute(title: string, opening: string): boolean {
  if (OTHER_AFFAIRS.test(`${title}\n${opening}`)) return false;
  if (DISPUTE.test(title) || termsOf(title) >= FEWEST_TERMS) return true;
  return DISPUTE.test(opening) && termsOf(opening) >= FEWEST_TERMS;
}

function termsOf(text: string): number {
  return new Set(text.toLowerCase().match(TERMS)).size;
}
