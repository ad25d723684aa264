import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectSmtp } from '../../src/deliver/connect-smtp.ts';
import { submitDeliveries } from '../../src/deliver/submit-deliveries.ts';
import type { Edition } from '../../src/model/edition.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type MailSink, openMailSink } from '../support/mail-sink.ts';

const readers = ['a@example.org', 'b@example.org', 'c@example.org'];

describe('submitting deliveries', () => {
  let store: Store;
  let sink: MailSink;
  let now = Temporal.Instant.from('2024-06-05T12:00:00Z');
  beforeEach(async () => {
    now = Temporal.Instant.from('2024-06-05T12:00:00Z');
    store = openStore('sqlite::memory:');
    await store.issueEdition({ id: 'one' } as Edition, [], readers);
  });
  afterEach(async () => {
    await store.close();
    await sink.close();
  });

  async function submit(onUncertain: 'hold' | 'resend' = 'hold', url = sink.url) {
    const server = connectSmtp(url);
    try {
      return await submitDeliveries({
        store,
        server,
        now: () => now,
        onUncertain,
        mailFor: ({ recipient }) => ({
          from: 'digest@example.org',
          to: recipient,
          subject: 'One',
          text: 'Text',
          messageId: `<one.${recipient}>`,
        }),
      });
    } finally {
      server.close();
    }
  }

  const states = async () => (await store.deliveries()).map(({ state }) => state);

  test('every recipient gets one message of their own, and none on a second run', async () => {
    sink = await openMailSink();
    await submit();
    expect(sink.taken.map(({ to }) => to)).toEqual(readers);
    expect(await submit()).toEqual([]);
    expect(sink.taken).toHaveLength(3);
    expect(await store.deliveries()).toMatchObject([
      { state: 'submitted', attempts: 1, response: '250 taken' },
      { state: 'submitted' },
      { state: 'submitted' },
    ]);
  });

  test('a recipient refused for good has failed, the others are not affected', async () => {
    sink = await openMailSink({
      onRcptTo({ address }, _, done) {
        const refusal = Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 });
        done(address.startsWith('b') ? refusal : null);
      },
    });
    await submit();
    expect(await states()).toEqual(['submitted', 'failed', 'submitted']);
    expect((await store.deliveries())[1]?.response).toContain('5.1.1 no such user');
    expect(await submit()).toEqual([]);
  });

  test('a recipient refused for now is tried again when it is due, not before', async () => {
    let isGrey = true;
    sink = await openMailSink({
      onRcptTo({ address }, _, done) {
        const refusal = Object.assign(new Error('4.2.0 later'), { responseCode: 450 });
        done(address.startsWith('b') && isGrey ? refusal : null);
      },
    });
    await submit();
    expect(await states()).toEqual(['submitted', 'deferred', 'submitted']);
    isGrey = false;
    now = now.add('PT4M');
    expect(await submit()).toEqual([]);
    now = now.add('PT2M');
    await submit();
    expect(await states()).toEqual(['submitted', 'submitted', 'submitted']);
    expect(sink.taken.map(({ to }) => to).toSorted()).toEqual(readers);
  });

  test('a due time by a clock that was a year ahead does not hold a message back', async () => {
    let isGrey = true;
    sink = await openMailSink({
      onRcptTo(_, __, done) {
        const refusal = Object.assign(new Error('4.2.0 later'), { responseCode: 450 });
        done(isGrey ? refusal : null);
      },
    });
    const right = now;
    now = right.add({ hours: 365 * 24 });
    await submit();
    expect(await states()).toEqual(['deferred', 'deferred', 'deferred']);
    isGrey = false;
    now = right;
    await submit();
    expect(await states()).toEqual(['submitted', 'submitted', 'submitted']);
  });

  test('after a day of refusals a delivery has failed', async () => {
    sink = await openMailSink({
      onData(stream, _, done) {
        stream.resume();
        stream.on('end', () => done(Object.assign(new Error('busy'), { responseCode: 451 })));
      },
    });
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await submit();
      now = now.add('PT4H');
    }
    expect(await states()).toEqual(['failed', 'failed', 'failed']);
  });

  test('a connection that ends after the message leaves it uncertain, and held', async () => {
    sink = await openMailSink();
    const dropping = await openMailServerThatDropsAfterData();
    const [tried] = await submit('hold', dropping.url);
    expect(tried).toMatchObject({ recipient: 'a@example.org', state: 'uncertain' });
    expect(await states()).toEqual(['uncertain', 'uncertain', 'uncertain']);
    await dropping.close();
    expect(await submit('hold')).toEqual([]);
    expect(sink.taken).toEqual([]);
  });

  test('an uncertain one is sent once more with the same Message-ID where the operator wants that', async () => {
    sink = await openMailSink();
    for (const delivery of await store.deliveries())
      await store.saveDelivery({ ...delivery, state: 'submitting', attempts: 1 });
    await submit('resend');
    expect(await states()).toEqual(['submitted', 'submitted', 'submitted']);
    expect(sink.taken[0]?.mail.messageId).toBe('<one.a@example.org>');
  });

  test('what a killed process left in submitting is uncertain; what it submitted is left alone', async () => {
    sink = await openMailSink();
    const [first, second] = await store.deliveries();
    if (first === undefined || second === undefined) throw new Error('no deliveries');
    await store.saveDelivery({ ...first, state: 'submitted', attempts: 1 });
    await store.saveDelivery({ ...second, state: 'submitting', attempts: 1 });
    await submit();
    expect(await states()).toEqual(['submitted', 'uncertain', 'submitted']);
    expect(sink.taken.map(({ to }) => to)).toEqual(['c@example.org']);
  });

  test('a mail server that refuses the login, or is not there, leaves all of it queued', async () => {
    sink = await openMailSink({
      onAuth: (_, __, done) => done(Object.assign(new Error('no'), { responseCode: 535 })),
    });
    await expect(submit('hold', sink.url.replace('//', '//u:p@'))).rejects.toThrow(/535/);
    await expect(submit('hold', 'smtp://127.0.0.1:1')).rejects.toThrow(/ECONNREFUSED/);
    expect(await states()).toEqual(['queued', 'queued', 'queued']);
  });
});

/** Takes the whole message and breaks off before it says so. */
async function openMailServerThatDropsAfterData() {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    let isData = false;
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (isData) return text.endsWith('\r\n.\r\n') ? socket.destroy() : undefined;
      if (/^DATA/i.test(text)) {
        isData = true;
        return socket.write('354 go on\r\n');
      }
      return socket.write('250 fine\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
