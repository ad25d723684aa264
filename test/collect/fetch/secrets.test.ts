import { expect, test } from 'vitest';
import { asLiteral, Secrets } from '../../../src/collect/fetch/secrets.ts';

test.each([
  ['https://feeds.example/${KEY}/all?by=me', 'https://feeds.example/s3cret/all?by=me'],
  ['https://feeds.example/all?key=${KEY}&n=2', 'https://feeds.example/all?key=s3cret&n=2'],
  ['https://feeds.example/all?key=${ODD}', 'https://feeds.example/all?key=a%2Fb%26c%20%27d%23'],
])('%s is filled, and hidden as it was', (url, filled) => {
  const secrets = new Secrets({ KEY: 's3cret', ODD: "a/b&c 'd#" });
  expect(secrets.fillUrl(url).href).toBe(filled);
  expect(secrets.hide(new URL(filled))).toBe(url);
});

test('a secret is hidden wherever a server repeats it, encoded or not, the longest first', () => {
  const secrets = new Secrets({ SHORT: 'abc', LONG: 'abc/def' });
  secrets.fill('${SHORT} ${LONG}');
  const told = secrets.hide(new URL('https://me:pw@other.example/abc/def/x?k=abc%2Fdef&l=abc#abc'));
  expect(told).toBe('https://other.example/${LONG}/x?k=${LONG}&l=${SHORT}');
});

test('what a server writes like the name of a secret is never filled', () => {
  const secrets = new Secrets({ SMTP_URL: 'smtp://secret' });
  const told = secrets.hide(new URL('https://evil.example/?x=${SMTP_URL}'));
  expect(secrets.fillUrl(told).href).not.toContain('secret');
  expect(secrets.fillUrl(asLiteral('https://evil.example/?x=${SMTP_URL}')).href).not.toContain(
    'secret',
  );
});
