import { headerOf, type ReplyHeaders } from './reply.ts';

/** Who sends pages that only a browser with scripts gets past, and what gives them away. */
const HEADER_MARKS: readonly (readonly [string, RegExp, string])[] = [
  ['cf-mitigated', /challenge/i, 'Cloudflare'],
  ['x-amzn-waf-action', /challenge|captcha/i, 'AWS WAF'],
  ['x-datadome', /./, 'DataDome'],
];

const BODY_MARKS: readonly (readonly [RegExp, string])[] = [
  [/\/cdn-cgi\/challenge-platform\/|_cf_chl_opt|<title>Just a moment\.\.\.</i, 'Cloudflare'],
  [/<title>Attention Required! \| Cloudflare</i, 'Cloudflare'],
  [/_Incapsula_Resource|Incapsula incident ID/i, 'Imperva'],
  [/captcha-delivery\.com/i, 'DataDome'],
  [/px-captcha|perimeterx/i, 'HUMAN'],
  [/ddos-guard/i, 'DDoS-Guard'],
  [/sucuri_cloudproxy|Sucuri WebSite Firewall/i, 'Sucuri'],
  [/\/\.within\.website\/|anubis_challenge/i, 'Anubis'],
  [/awswaf\.com|AwsWafIntegration/i, 'AWS WAF'],
  [/errors\.edgesuite\.net/i, 'Akamai'],
  [/g-recaptcha|h-captcha|cf-turnstile/i, 'a captcha'],
];

/** What a challenge comes with; on other pages the same marks belong to a form or to a footer. */
const STATUSES = [200, 403, 429, 503];

/** Who stands between us and the page with a challenge for browsers, if anybody does. */
export function botChallenge(
  headers: ReplyHeaders,
  bytes: Uint8Array,
  status = 200,
): string | undefined {
  const header = HEADER_MARKS.find(([name, mark]) => mark.test(headerOf(headers, name) ?? ''));
  if (header) return header[2];
  if (!STATUSES.includes(status)) return undefined;
  const beginning = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  return BODY_MARKS.find(([mark]) => mark.test(beginning))?.[1];
}
