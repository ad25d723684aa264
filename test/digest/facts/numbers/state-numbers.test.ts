import { expect, test } from 'vitest';
import { stateNumbers } from '../../../../src/digest/facts/numbers/state-numbers.ts';
import { productsOf } from '../../../../src/digest/facts/versions/product-names.ts';
import { classified, HYPERVISORS, post } from '../../build.ts';

const products = productsOf(HYPERVISORS);
const report = (site: string, title: string, text: string, topics: readonly 'round-up'[] = []) =>
  classified(post(title, '2026-03-14', site, title, text), ['vmware'], topics);
const linesOf = (...entries: Parameters<typeof stateNumbers>[0][number][]): string[] =>
  stateNumbers(entries, products).map(({ text, source }) => `${text} (${source})`);

test('what several reports count stands under the names of all, in the words of the first', () => {
  const first = report('a', 'Renewals start at 96 cores', 'The price rises by 20 percent for all.');
  const second = report(
    'b',
    'Terms',
    'The new 96-core minimum has costs for each and every customer.',
  );
  const other = report(
    'c',
    'Terms',
    'According to our reader, the minimum is now 72 cores in Europe.',
  );
  expect(linesOf(first, second, other)).toEqual([
    ...['96 cores (a)', '96 cores (b)'],
    ...['20 percent (a)', '72 cores (c)'],
  ]);
});

test('the price of a takeover is a number of a report on it alone', () => {
  const text = 'Broadcom bought the company for 69 billion dollars at the time.';
  expect(linesOf(report('a', 'Broadcom raises prices for VMware', text))).toEqual([]);
  const title = 'Broadcom to acquire VMware';
  const now = 'Broadcom says that the takeover is worth 69 billion dollars in all.';
  expect(linesOf(report('a', title, now))).toEqual(['69 billion dollars (a)']);
});

test('a version, a boast and the items of a round-up are no numbers of a story', () => {
  const hosts = 'From now on the upgrade of vSphere 70 hosts and of ESXi 80 servers is possible.';
  expect(linesOf(report('a', 'VMware upgrade', hosts))).toEqual([]);
  const boast = 'The company is trusted by 25,000 customers in all parts of the world.';
  expect(linesOf(report('a', 'VMware upgrade', boast))).toEqual([]);
  const news = 'One of the hosters moved 12,000 machines to another platform this week.';
  expect(linesOf(report('a', 'Hoster leaves VMware', news))).toEqual(['12,000 machines (a)']);
  expect(linesOf(report('a', 'This week', news, ['round-up']))).toEqual([]);
});

test('at most six numbers are told of a story', () => {
  const sizes = [110, 120, 130, 140, 150, 160, 170];
  const text = `The limits are now as follows: ${sizes.map((size) => `${size} VMs`).join(', ')} in all.`;
  expect(linesOf(report('a', 'VMware limits', text))).toHaveLength(6);
});
