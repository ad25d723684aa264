import { describe, expect, test } from 'vitest';
import { nameEdition } from '../../src/digest/name-edition.ts';
import { input } from './build.ts';

type Instants = { from?: string; until?: string; timeZone?: string };

const named = (
  day: string,
  naming: 'season' | 'month' = 'season',
  earlier: string[] = [],
  { from, until, timeZone = 'Europe/Berlin' }: Instants = {},
) => {
  const issuedAt = Temporal.Instant.from(until ?? `${day}T08:00:00Z`);
  const period = {
    from: from ? Temporal.Instant.from(from) : issuedAt.subtract({ hours: 4 * 24 }),
    until: issuedAt,
  };
  const { site } = input([]);
  return nameEdition(
    { issuedAt, period, naming, site: { ...site, timeZone } },
    earlier.map((id) => ({ id, name: id })),
  );
};

describe('the name of an edition', () => {
  test.each([
    ['2024-03-20', 'Early Spring 2024'],
    ['2024-05-01', 'Mid-Spring 2024'],
    ['2024-06-05', 'Late Spring 2024'],
    ['2024-06-20', 'Late Spring 2024'],
    ['2024-06-21', 'Early Summer 2024'],
    ['2024-10-30', 'Mid-Autumn 2024'],
    ['2024-12-25', 'Early Winter 2024/25'],
    ['2025-01-05', 'Early Winter 2024/25'],
    ['2025-03-19', 'Late Winter 2024/25'],
  ])('of %s by season is %s', (day, name) => {
    expect(named(day).name).toBe(name);
  });

  test('makes an id for addresses', () => {
    expect(named('2024-06-05').id).toBe('late-spring-2024');
    expect(named('2025-01-05').id).toBe('early-winter-2024-25');
    expect(named('2024-06-05', 'month')).toEqual({ id: 'june-2024', name: 'June 2024' });
  });

  test.each([
    ['2025-09-01T06:00:00Z', '2025-10-01T06:00:00Z', 'September 2025'],
    ['2025-01-31T07:00:00Z', '2025-02-28T23:30:00Z', 'February 2025'],
    ['2025-12-01T07:00:00Z', '2026-01-01T07:00:00Z', 'December 2025'],
    ['2025-09-30T06:00:00Z', '2025-10-01T06:00:00Z', 'September 2025'],
    ['2025-08-01T06:00:00Z', '2025-10-01T06:00:00Z', 'September 2025'],
    ['2025-08-31T21:59:00Z', '2025-08-31T22:01:00Z', 'September 2025'],
    ['2025-09-05T06:00:00Z', '2025-09-05T06:00:00Z', 'September 2025'],
  ])('by the month, of the time from %s to %s, is %s', (from, until, name) => {
    expect(named('', 'month', [], { from, until }).name).toBe(name);
  });

  test('by the month goes by the time zone of the site', () => {
    const given = { from: '2025-08-31T23:00:00Z', until: '2025-08-31T23:30:00Z' };
    expect(named('', 'month', [], given).name).toBe('September 2025');
    expect(named('', 'month', [], { ...given, timeZone: 'America/New_York' }).name).toBe(
      'August 2025',
    );
  });

  test('is told from earlier ones of the same name by a number', () => {
    expect(named('2024-06-05', 'season', ['late-spring-2024'])).toEqual({
      id: 'late-spring-2024-2',
      name: 'Late Spring 2024 (2)',
    });
    const third = named('2024-06-05', 'season', ['late-spring-2024', 'late-spring-2024-2']);
    expect(third.name).toBe('Late Spring 2024 (3)');
  });
});
