import { describe, expect, test } from 'vitest';
import { nameEdition } from '../../src/digest/name-edition.ts';

const named = (day: string, naming: 'season' | 'month' = 'season', earlier: string[] = []) =>
  nameEdition(
    Temporal.PlainDate.from(day),
    naming,
    earlier.map((id) => ({ id, name: id })),
  );

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

  test('is told from earlier ones of the same name by a number', () => {
    expect(named('2024-06-05', 'season', ['late-spring-2024'])).toEqual({
      id: 'late-spring-2024-2',
      name: 'Late Spring 2024 (2)',
    });
    const third = named('2024-06-05', 'season', ['late-spring-2024', 'late-spring-2024-2']);
    expect(third.name).toBe('Late Spring 2024 (3)');
  });
});
