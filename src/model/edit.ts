/**
 * What an editor decided, by entry: it holds for the story that the entry stands in, whatever
 * joins or leaves that story later.
 */
export type Edit = EditOfEntry | IntroEdit;

interface EditBase {
  readonly id: string;
  /** Of two edits that contradict each other, the later one holds. */
  readonly madeAt: Temporal.Instant;
}

/** About the story of one entry. */
export type EditOfEntry = EditBase & { readonly entryId: string } & (
    | { readonly kind: 'pin' }
    | { readonly kind: 'drop' }
    | { readonly kind: 'retitle'; readonly headline: string }
    /** Markdown, shown with the story as the editor's. */
    | { readonly kind: 'note'; readonly text: string }
    /** The hypervisors that the story is about; none takes it out. */
    | { readonly kind: 'label'; readonly hypervisors: readonly string[] }
    /** Its story and that of the other entry are one. */
    | { readonly kind: 'merge'; readonly with: string }
    /** It is a story of its own. */
    | { readonly kind: 'split' }
  );

/** Markdown, shown at the head of the coming edition as the editor's. */
interface IntroEdit extends EditBase {
  readonly kind: 'intro';
  readonly text: string;
}

/** What an edit says, before it is kept. */
export type Decision = Bare<Edit>;

/** Each kind of a union by itself, or its kinds would lose what only some of them have. */
type Bare<Kind> = Kind extends Edit ? Omit<Kind, 'id' | 'madeAt'> : never;
