import { expect, test } from 'vitest';
import { chooseSource } from '../../src/cli/choose-source.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const blog = {
  id: 'blog',
  name: 'A blog',
  url: 'https://blog.example',
  kind: 'json' as const,
  isVendor: true,
  request: { basicAuth: { username: 'me', password: '${SECRET}' } },
};

test.each(['blog', 'https://blog.example', 'https://blog.example/'])(
  '%s names a configured source, with its settings',
  (named) => {
    expect(chooseSource([blog], named, {})).toEqual({ source: blog, isConfigured: true });
  },
);

test.each(['http://blog.example/', 'https://blog.example/feed'])(
  '%s is another address, which gets none of its secrets',
  (url) => {
    const { source, isConfigured } = chooseSource([blog], url, {});
    expect(isConfigured).toBe(false);
    expect(source).toMatchObject({ url, kind: 'feed' });
    expect(source.request).toBeUndefined();
  },
);

test('private addresses are allowed for what was named, on request only', () => {
  expect(chooseSource([blog], 'http://[::1]/', {}).source.request).toBeUndefined();
  const allowed = chooseSource([blog], 'blog', { allowPrivate: true });
  expect(allowed.source.request).toEqual({ ...blog.request, allowsPrivate: true });
});

test('what is neither is refused, with the id that may have been meant', () => {
  expect(() => chooseSource([blog], 'blgo', {})).toThrow(UsageError);
  expect(() => chooseSource([blog], 'blgo', {})).toThrow('(Did you mean blog?)');
  expect(() => chooseSource([blog], 'ftp://blog.example/', {})).toThrow(
    '"ftp://blog.example/" is neither an http or https URL nor the id of a configured source',
  );
});

test('a URL with a password is refused without repeating it', () => {
  const choose = () => chooseSource([blog], 'https://me:hidden@blog.example/', {});
  expect(choose).toThrow(UsageError);
  expect(choose).not.toThrow('hidden');
});
