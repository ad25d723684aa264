import { describe, expect, test } from 'vitest';
import { dateWords } from '../../src/render/date-words.ts';

const paris = dateWords({ language: 'en', timeZone: 'Europe/Paris' });

describe('dates for readers', () => {
  test('a day is the same day in every time zone', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Europe/Paris', 'Pacific/Pago_Pago']) {
      const { day } = dateWords({ language: 'en', timeZone });
      expect(day('2024-04-24')).toEqual({ iso: '2024-04-24', words: '24 April 2024' });
    }
  });

  test('an instant falls on the day it is at the site', () => {
    const instant = '2024-06-04T22:30:00Z';
    expect(paris.dayOf(instant)).toEqual({ iso: '2024-06-05', words: '5 June 2024' });
    const { dayOf } = dateWords({ language: 'en-US', timeZone: 'America/New_York' });
    expect(dayOf(instant)).toEqual({ iso: '2024-06-04', words: 'June 4, 2024' });
  });

  test('a period that ends at midnight ends the day before', () => {
    const from = '2024-05-31T22:00:00Z';
    expect(paris.period({ from, until: '2024-06-30T22:00:00Z' })).toBe('1\u201330 June 2024');
    expect(paris.period({ from, until: '2024-06-30T22:00:01Z' })).toBe('1 June \u2013 1 July 2024');
  });

  test('months have their year only where there is more than one', () => {
    expect(paris.months(['2024-05'])).toBe('May');
    expect(paris.months(['2024-04', '2024-05'])).toBe('April and May');
    expect(paris.months(['2023-12', '2024-01'])).toBe('December 2023 and January 2024');
  });

  test('another language has its own words', () => {
    const { day } = dateWords({ language: 'de', timeZone: 'Europe/Berlin' });
    expect(day('2024-03-01').words).toBe('1. M\u00e4rz 2024');
  });

  test('dates within a text are put in words, and nothing else that has numbers', () => {
    const text = 'CVE-2024-1234-01 is listed since 2024-05-30, by VMSA-2024-05-30 and 2024-99-30';
    expect(paris.within(text)).toBe(
      'CVE-2024-1234-01 is listed since 30 May 2024, by VMSA-2024-05-30 and 2024-99-30',
    );
  });

  test('a date may lack its day, or be none at all', () => {
    expect(paris.when('2024-04-24')).toBe('on 24 April 2024');
    expect(paris.when('2024-04')).toBe('in April 2024');
    expect(paris.when('2024-13-45')).toBe('on 2024-13-45');
  });
});
