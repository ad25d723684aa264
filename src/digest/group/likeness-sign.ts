/** One thing that speaks for or against two entries telling one story. */
export interface LikenessSign {
  readonly points: number;
  readonly because?: string;
  /** True for links that time does not weaken. */
  readonly isLasting?: boolean;
}

export const NO_SIGN: LikenessSign = { points: 0 };
