import { describe, expect, test } from 'vitest';
import { readTakeover } from '../../../src/digest/classify/read-takeover.ts';

describe('a headline on who buys whom', () => {
  test.each([
    ['Broadcom to acquire VMware for $61 billion', ['agreed']],
    ['VMware is now owned by Broadcom', ['closed']],
    ['Broadcom buys into the cloud with $61bn VMware purchase', ['agreed']],
    ['HPE held takeover talks with Nutanix', ['sought']],
    ['Nutanix explores sale after takeover interest', ['sought']],
    ['EU begins ‘in-depth investigation’ into $61bn VMware buy', ['reviewed']],
    ['UK gives Broadcom provisional nod for VMware buy', ['cleared']],
    ['Broadcom-VMware merger to close after China approves deal', ['cleared', 'closed']],
    ['Broadcom consigue que China apruebe su compra de VMware', ['cleared']],
    ['Broadcom completes VMware acquisition amid scrutiny', ['closed']],
    ['Broadcom übernimmt VMware für 61 Milliarden Dollar', ['agreed']],
    ['EU genehmigt die Übernahme von VMware', ['cleared']],
  ])('%s', (title, stages) => {
    expect(readTakeover(title)?.stages).toEqual(stages);
  });

  test('names the authorities, and what is bought', () => {
    expect(readTakeover('EU and UK clear the way: Acme buys Gizmo')).toMatchObject({
      authorities: ['European Commission', 'United Kingdom'],
      bought: 'buys Gizmo',
    });
    expect(readTakeover('Gizmo acquired by Acme')?.bought).toBe('Gizmo ');
    expect(readTakeover('EU clears the Gizmo takeover')).not.toHaveProperty('bought');
  });
});

test.each([
  'Broadcom raises prices after the VMware acquisition',
  'Layoffs hit VMware days after completion of the takeover',
  'CISPE challenges approval of the VMware acquisition in court',
  'HPE: no ongoing discussions to buy Nutanix',
  'Flaw allows full takeover of hosts',
  'What the acquisition of VMware means for partners',
  'Broadcom announces a deal with Google',
  'Customers bought the biggest bundle',
  'How to buy VMware licenses',
  'Nutanix closes its largest deal with a bank',
  'What to buy instead of VMware',
  'City buys 14 million francs worth of VMware licences',
  'Acme buys more Nutanix clusters',
  'AMD buys a stake in Nutanix',
])('no headline on who buys whom: %s', (title) => {
  expect(readTakeover(title)).toBeUndefined();
});
