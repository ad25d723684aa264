import { either } from '../../words/either.ts';
import type { ProductNames } from './product-names.ts';

/** By these names, wherever they stand. */
export const END_OF_SUPPORT = either(
  /\bend[- ]of[- ](?:life|(?:general |extended |mainstream |security )?support|maintenance|servic(?:e|ing))\b/i,
  /\bEOL\b/i,
  /\bEoGS\b/i,
  /\bno longer (?:be )?supported\b/i,
);
/** What products are built on, or run. */
const BASE_OR_GUEST =
  /\b(?:CentOS|RHEL|Red Hat|Rocky|AlmaLinux|Debian|Ubuntu|SUSE|SLES|Fedora|Linux \d|kernel|Windows (?:7|8|10|11)|SQL Server|Exchange|Office|Python|PHP|Java|OpenSSL|TLS|NTLM|SMB ?1|QEMU|Ceph|Kubernetes|Oracle|Xen \d|guests?|Extended Security Updates?)\b/i;

const DENIED = either(
  /(?:\b(?:not|never)\b|n't\b) (?:[a-z]+ ){0,4}?(?:end(?:s|ed|ing|-of-\w+)?|expir\w+|stop\w*|run out|lapse|EOL)\b/i,
  /\bcontrary to\b/i,
  /\brumou?r\w*/i,
  /\b(?:myth|hoax|untrue|incorrect|mistaken(?:ly)?|false(?:ly)?)\b/i,
  /\b(?:deny|denies|denied)\b/i,
);
/** What could end, or was to end once. */
const SUPPOSED = either(
  /\b(?:would|could|might|should) (?:have )?(?:(?:reach|reached|be|been) )?(?:the )?(?:its )?end(?:s|ed)?\b/i,
  /\b(?:was|were|had) (?:originally |once |first )?(?:been )?(?:to|due to|set to|supposed to|meant to|planned to|scheduled to) (?:reach |be )?(?:the |its )?end\b/i,
  /\b(?:originally|initially) (?:due|set|planned|scheduled|meant)\b/i,
);
/** These end, and not the support that the sentence names, too. */
const OFFER =
  /\b(?:offer|promotions?|promotional|promo|discounts?|early[- ]bird|registrations?|trials?|coupons?|vouchers?|rebates?|deals?|campaigns?|tickets?|surveys?|voting|call for (?:papers|speakers|proposals))\b.*\b(?:ends?|ended|ending|expires?|expired|closes?|until|runs out)\b/i;

/**
 * True for a sentence that names what products are built on, or run, which may be what ends; the maker
 * in the name of a known product ("SUSE Harvester") is none.
 */
export function namesBaseOrGuest(text: string, products: ProductNames): boolean {
  return BASE_OR_GUEST.test(text) && BASE_OR_GUEST.test(products.cutFrom(text));
}

/** True for a sentence that denies an end of support, or is about the end of something else. */
export function saysNoEnd(text: string): boolean {
  return DENIED.test(text) || SUPPOSED.test(text) || OFFER.test(text);
}
