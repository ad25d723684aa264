import type { ProductNames } from '../versions/product-names.ts';

/** A name, as far as it may reach. */
const NAME = '((?:[\\w&.+-]+ ){0,5}?[\\w&.+-]+)';
const NUMBER = '(?=v?(?:pc\\.)?\\d)';
/** "Upgrade the AOS install to 6.5.6.5". */
const RAISE = new RegExp(
  `\\b(up(?:grade|date)) (?:(?:the|your|their|its|all|any) )?${NAME}(?: (?:install(?:ation)?s?|hosts?|servers?|nodes?|clusters?|software|deployments?|instances?))? to (?:version )?${NUMBER}`,
  'gi',
);
/** "VMware Tools: fixed in 13.0.5.0". */
const LISTED = new RegExp(
  `^${NAME}: ((?:fixed|patched|resolved) in|up(?:grade|date) to) (?:version )?${NUMBER}`,
  'i',
);
/** "The version of AOS installed on the remote host is prior to 6.7.1.6", of what a scanner finds. */
const SCANNED = new RegExp(
  `\\bversion of ${NAME} (?:(?:that is )?(?:installed|running|in use)(?: on [\\w -]{1,40}?)? )?is (prior to|earlier than|older than|lower than|before|below) (?:version )?${NUMBER}([\\w.]*\\w)`,
  'gi',
);

/**
 * A sentence with its product in front of the number: "Upgrade to AOS 6.5.6.5" of "Upgrade the AOS
 * install to 6.5.6.5".
 */
export function inPlainOrder(sentence: string, products: ProductNames): string {
  if (!/\bupgrade|\bupdate|\bversion of |: \w+ in /i.test(sentence)) return sentence;
  const isKnown = (name: string) => products.atEnd(name.split(' ')) !== undefined;
  return sentence
    .replace(LISTED, (whole, name, verb) => (isKnown(name) ? `${verb} ${name} ` : whole))
    .replace(RAISE, (whole, verb, name) => (isKnown(name) ? `${verb} to ${name} ` : whole))
    .replace(SCANNED, (whole, name, limit, number) =>
      isKnown(name) ? `${name} ${limit} ${number} is affected` : whole,
    );
}
