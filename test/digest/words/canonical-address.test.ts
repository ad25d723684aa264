import { describe, expect, test } from 'vitest';
import { publisherOf } from '../../../src/digest/words/canonical-address.ts';

describe('who publishes an address', () => {
  test.each([
    ['https://blogs.acme.example/one', 'acme.example'],
    ['https://news.acme.co.uk/one', 'acme.co.uk'],
    ['https://one.github.io/post', 'one.github.io'],
    ['https://two.substack.com/p/post', 'two.substack.com'],
    ['https://medium.com/@One/post', 'medium.com/@one'],
    ['https://one.medium.com/post', 'one.medium.com'],
    ['https://github.com/Acme/tool/releases', 'github.com/acme'],
    ['http://192.168.1.10:8080/feed', '192.168.1.10'],
    ['http://10.0.1.10/feed', '10.0.1.10'],
  ])('is whose house it is: %s', (url, publisher) => {
    expect(publisherOf(url)).toBe(publisher);
  });
});
