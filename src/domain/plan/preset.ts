import { Decimal } from '../number/decimal'

/** The cuts behind lights and warnings, all in percent with inclusive lower ends; data, not code (domain.md §4–5, D: 内部预警口径). */
export interface Preset {
  readonly id: string
  readonly name: string
  readonly pace: { readonly ahead: Decimal; readonly slightlyBehind: Decimal; readonly behind: Decimal }
  readonly attainment: { readonly near: Decimal; readonly partial: Decimal }
  readonly overshoot: Decimal
}

/** The default preset: pace 60/80/120 (P), attainment lights 60/80, overshoot asks for a reason past 15 % (P). */
export const HEBEI: Preset = {
  id: 'hebei',
  name: '河北',
  pace: { ahead: new Decimal(120), slightlyBehind: new Decimal(80), behind: new Decimal(60) },
  attainment: { near: new Decimal(80), partial: new Decimal(60) },
  overshoot: new Decimal(15),
}
