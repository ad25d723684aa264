import type { Hypervisor } from '../../model/hypervisor.ts';
import { type ProductNames, productsOf } from '../facts/versions/product-names.ts';
import { normalizeText } from '../words/normalize-text.ts';

/** From this weight on a term is a name of a product, and no word of context. */
const NAMES_A_PRODUCT = 1;
const VERSION_AT_END = /\s+(?:v?\d[\w.]*|vNext)$/i;

/** Tells whether a known product is one of a hypervisor's own, by what is configured of that. */
export function ownProducts(
  { name, flagships, sideProducts = [], terms }: Hypervisor,
  hypervisors: readonly Hypervisor[],
): (product: string) => boolean {
  const products = productsOf(hypervisors);
  const named = terms.filter(({ weight }) => weight >= NAMES_A_PRODUCT).map(({ term }) => term);
  const own = new Set(
    [name, ...flagships, ...sideProducts, ...named].flatMap((each) =>
      productCalled(each, products),
    ),
  );
  return (product) => own.has(product) || product.startsWith(`${name} `);
}

/** The one that goes by exactly this name, whatever version of it is named. */
function productCalled(name: string, products: ProductNames): string[] {
  const words = normalizeText(name).replace(VERSION_AT_END, '').split(/\s+/);
  const found = products.atEnd(words);
  return found?.length === words.length ? [found.name] : [];
}
