/** A configured place to pull from. */
export interface Source {
  readonly id: string;
  readonly name: string;
  /** Where to fetch; http or https. Shown to everybody, so a secret in it is written as `${NAME}`. */
  readonly url: string;
  readonly kind: SourceKind;
  /** The hypervisor that everything in this source is about, when it is dedicated to one. */
  readonly hypervisor?: string;
  /** True when the source is the vendor's own voice, false for press and community. */
  readonly isVendor: boolean;
  /** How to ask for it, where a plain GET is not enough. */
  readonly request?: SourceRequest;
  /** For `github-releases`: whether alphas, betas and release candidates count. Default: no. */
  readonly includesPreReleases?: boolean;
  /** For `json`: where the list and its fields are. */
  readonly json?: JsonMapping;
  /** For `page`: where the items and their parts are. */
  readonly page?: PageMapping;
}

export type SourceKind = 'feed' | 'github-releases' | 'json' | 'page';

/**
 * `${NAME}` in the URL, in a header, in the password or in the proxy stands for the environment variable NAME,
 * so that no secret stands in the configuration.
 */
export interface SourceRequest {
  /** `POST` for an API that wants one. Default: `GET`. */
  readonly method?: 'GET' | 'POST';
  /** What a POST sends. */
  readonly body?: string;
  /** Sent to the source's own origin only, never after a redirect elsewhere. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly basicAuth?: { readonly username: string; readonly password: string };
  /** URL of an HTTP proxy. */
  readonly proxy?: string;
  /** Allows loopback, private and link-local addresses, for an intranet. Default: no. */
  readonly allowsPrivate?: boolean;
}

/**
 * A path is a dotted list of names (`data.list`), which passes through arrays on its way; a field is
 * a path, or a text with paths in braces (`https://example.org/{id}`).
 */
export interface JsonMapping {
  /** Path of the list; empty when the document itself is the list. */
  readonly items: string;
  readonly title: string;
  readonly id?: string;
  readonly url?: string;
  readonly summary?: string;
  readonly publishedAt?: string;
  readonly updatedAt?: string;
  readonly categories?: string;
}

/** CSS selectors; all but the first are looked up within an item, `selector@attribute` reads an attribute. */
export interface PageMapping {
  readonly item: string;
  /** Default: the text of the link. */
  readonly title?: string;
  /** Default: the first link of the item. */
  readonly url?: string;
  readonly summary?: string;
  readonly publishedAt?: string;
}

/** What is remembered of a source between runs; kept in the store. */
export interface SourceState {
  readonly sourceId: string;
  /** The configured URL and a hash of the settings that all of this was learned with; under others it is forgotten. */
  readonly url?: string;
  readonly settings?: string;
  /** The first time it was read with success: entries seen then and older than the period are no news. */
  readonly firstCollectedAt?: Temporal.Instant;
  readonly lastAttemptAt?: Temporal.Instant;
  readonly lastSuccessAt?: Temporal.Instant;
  readonly lastNewEntryAt?: Temporal.Instant;
  /** Validators exactly as the server sent them (RFC 9110, 8.8). */
  readonly etag?: string;
  readonly lastModified?: string;
  /** The URL that answered with these validators: they mean nothing to another. */
  readonly validatorsFrom?: string;
  /** SHA-256 of the last body, so that the same bytes count as unchanged. */
  readonly fingerprint?: string;
  readonly failuresInARow: number;
  /** Why the last attempt failed; absent after a success. */
  readonly lastFailure?: string;
  /** Not to be asked before this instant. */
  readonly dueAt?: Temporal.Instant;
  /** Until when the server itself asked to be left alone (Retry-After); absent after a success. */
  readonly retryAfterAt?: Temporal.Instant;
  /** Why not before `dueAt`, in words. */
  readonly dueWhy?: string;
  /** It answered 410 Gone, itself or where it had moved for good: not to be asked again. */
  readonly isGone?: boolean;
  /** Where it moved for good, once seen often enough; asked instead of the configured URL. */
  readonly movedTo?: string;
  /** Where permanent redirects lead, and the days (UTC) on which that was seen. */
  readonly redirectTo?: string;
  readonly redirectSeenOn?: readonly string[];
  /** The pace that the publisher asks for, as last stated. */
  readonly maxAgeSeconds?: number;
  readonly ttlMinutes?: number;
  readonly updateMinutes?: number;
  /** Hours 0 to 23, UTC. */
  readonly skipHours?: readonly number[];
  /** English names of days, UTC. */
  readonly skipDays?: readonly string[];
  /** For `json` and `page`: the fields that nearly every item ever had, so that losing one is noticed. */
  readonly fields?: readonly string[];
}
