import type { Topic } from '../../model/classification.ts';
import { freedomOf } from '../classify/freedom.ts';
import { isReferencePage } from '../classify/is-reference-page.ts';
import { openingOf } from '../classify/opening.ts';
import { either } from '../words/either.ts';
import type { FlagshipFinder } from './flagship-release.ts';
import { areAll, type RankPoint, type ScoredStory, topicsOfTitle, when } from './rank-point.ts';

interface NewsRule {
  readonly topic: Topic;
  readonly text: string;
  readonly points: number;
}

const NEWS: readonly NewsRule[] = [
  { topic: 'licensing', text: 'Licensing or price', points: 2.5 },
  { topic: 'lifecycle', text: 'Support or availability ends or changes', points: 2 },
  { topic: 'partnership', text: 'A partnership', points: 2.8 },
];
/** What only the text says is not what the story is about, and advice on a matter is no news of it. */
const IN_PASSING = 0.5;
/** What customers bought once, or the edition they use, is sold no more. */
const SALE_ENDS = either(
  /\b(?:ends?|end of|kills?|axes|scraps|stops?|drops|discontinues?|abolish\w*)\b.*\b(?:perpetual|vSphere (?:Foundation|Standard|Enterprise|Essentials)|VVF)\b/i,
  /\bperpetual\b.*\b(?:ends?|gone|discontinued|no (?:longer|more))\b/i,
  /\bsubscription transition\b/i,
  /\bforc(?:es|ed|és)\b.*\b(?:subscri\w+|abonner)\b/i,
);
const FIRST =
  /(?:^|\b(?:the|a|its|their|with|our) |- )first\b(?!\s+(?:look|impressions?|steps?|time|results?|quarter|half))/i;
const DISPUTE =
  /\b(?:sue[sd]?|suing|lawsuit|legal action|breach of contract|antitrust|cease[- ]and[- ]desist|court (?:orders?|rules?|forces?)|judges?|(?:summary|court) proceedings)\b/i;
const JUBILEE = either(
  /\b(?:turns|turned|celebrat\w+|marks|marked|anniversary|birthday)\b[^.]{0,60}\b(?:\d{1,2}(?:th)?|ten|tenth|fifteen|fifteenth|twenty|twentieth|decade)\b/,
  /\b(?:\d{1,2}th|tenth|fifteenth|twentieth) (?:anniversary|birthday)\b/,
  /\b(?:10|15|20|ten|fifteen|twenty) years (?:ago|of [A-Z])/,
);
/** "Counting cores for Acme 9", "Standard vs Enterprise": how terms work, where none changes. */
const TERMS_EXPLAINED =
  /\b(?:examples?|calculat\w+|count(?:ing)? cores|explained|lessons?|pitfalls?|clauses?|billing and payment|true[- ]ups?|reveals?|cautionary|analysis|TCO|eligibility|implications?|understanding|navigating|demystif\w+|hidden)\b|\b(?:Standard|VVF|VCF|Foundation|CapEx|subscription)\b.*\bvs\b/i;
/** A subject does something: "Beeks ditches VMware", not "Migrating from VMware" or "Farewell, VMware". */
const MOVE =
  /\b(?:ditch|dump|leave|abandon|flee|quit|exit|switch|move|migrate|replace|choose|pull|shift|drop|boot|zap|swap)(?:p?e?s|p?e?d)\b|\b(?:left|fled|chose|wechselt|gewechselt|ersetzt|löst|quitte|abandonne|migre)\b/i;
/** "Computershare to move 24,000 VMs", "T-Mobile moving its VMs"; "How to move" is advice. */
const PLAN =
  /^(?!(?:How|Time|When|Why|What|Where|Ways?|Reasons?|Guide|Best|Plan|Tools?)\b)\p{Lu}[\p{L}\d&.-]*(?: \p{Lu}[\p{L}\d&.-]*)* (?:(?:(?:plans|wants|decides) )?to (?:ditch|dump|leave|abandon|quit|exit|switch|move|migrate|replace|drop)|(?:is )?(?:moving|migrating|switching|leaving|ditching|dumping|abandoning))\b/u;
/** "January updates break Hyper-V". */
const FAULTY = either(
  /\b(?:updates?|patch(?:es)?|upgrades?|fix|KB\d{6,7})\b.*\b(?:causes?|causing|breaks?|breaking|broke|crash\w*|boot loops?|bricks?|corrupt\w*|fails?|freez\w+|unreachable)\b/i,
  /\b(?:breaks?|crash\w*|bug|boot loops?)\b.*\bafter\b.*\b(?:updates?|patch(?:es)?|upgrades?)\b/i,
  /\b(?:pulls|withdraws|pulled)\b.*\b(?:updates?|patch(?:es)?)\b/i,
);

/** Points for what changes the market or the terms. */
export function newsPoints(story: ScoredStory, findFlagship: FlagshipFinder): RankPoint[] {
  const { topics, head, title } = story;
  const opening = openingOf(head.entry);
  const rules = [...NEWS, ...moveRules(story)];
  const news = rules.filter(({ topic }) => topics.includes(topic));
  const titled = new Set(news.length > 0 ? story.entries.flatMap(topicsOfTitle) : []);
  const isSaleOver = topics.includes('licensing') && SALE_ENDS.test(title) && !isAdvice(story);
  const freedom = isAdvice(story) ? undefined : freedomOf(title, topics);
  return [
    ...news.map((rule) => weigh(rule, titled, story)),
    ...businessPoints(story),
    ...when(freedom !== undefined, `Something ${freedom} free of charge`, 2.3),
    ...when(isSaleOver, 'What customers hold is sold no more', 1.5),
    ...flagshipEnd(story, titled, findFlagship),
    ...when(DISPUTE.test(opening), 'A legal dispute', 1.4),
    ...when(JUBILEE.test(opening), 'A jubilee', 2),
    ...when(FIRST.test(title), 'A first', 0.6),
    ...when(FAULTY.test(title), 'An update that breaks something', 1.4),
  ];
}

function weigh({ topic, text, points }: NewsRule, titled: ReadonlySet<Topic>, story: ScoredStory) {
  const isInPassing = !titled.has(topic) || isSubordinate(topic, story);
  if (!isInPassing && !isAdvice(story)) return { text, points };
  return {
    text: `${text}, ${isInPassing ? 'in passing' : 'as advice'}`,
    points: points * IN_PASSING,
  };
}

/** A patch for what is out of support is no end of support, a flaw in a partner's product no deal. */
function isSubordinate(topic: Topic, { topics }: ScoredStory): boolean {
  return (topic === 'lifecycle' || topic === 'partnership') && topics.includes('security');
}

/** Guides, reference pages and talk are about a matter, not news of it. */
function isAdvice(story: ScoredStory): boolean {
  const isOnTerms = story.topics.includes('licensing');
  return (
    areAll(story, 'how-to') ||
    areAll(story, 'community') ||
    story.titles.every(
      (title) => isReferencePage(title) || (isOnTerms && TERMS_EXPLAINED.test(title)),
    )
  );
}

function businessPoints({ topics, takeover }: ScoredStory): RankPoint[] {
  return takeover ? [takeover] : when(topics.includes('business'), 'Business news', 0.4);
}

function moveRules(story: ScoredStory): NewsRule[] {
  const isMove = story.titles.some((title) => MOVE.test(title) || PLAN.test(title));
  return isMove
    ? [{ topic: 'migration', text: 'Somebody moves to another platform', points: 2.2 }]
    : [{ topic: 'migration', text: 'On moving to another platform', points: 0.7 }];
}

/** The end of what most users run concerns them all. */
function flagshipEnd(
  story: ScoredStory,
  titled: ReadonlySet<Topic>,
  findFlagship: FlagshipFinder,
): RankPoint[] {
  if (!titled.has('lifecycle') || isAdvice(story)) return [];
  const flagship = story.titles
    .map((title) => findFlagship(title, story.hypervisors))
    .find(Boolean);
  return flagship ? [{ text: `It is ${flagship} that ends or changes`, points: 1 }] : [];
}
