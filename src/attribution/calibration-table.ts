/** What confidences mean: made by `node tools/calibration.ts --write` from the gold articles (two sets, 48 articles). Data only. */

/** Labels whose confidences are calibrated; `statement` is that the statement is there, with its source. */
export type Calibrated =
  | "statement"
  | "form"
  | "act"
  | "negated"
  | "framing"
  | "kind"
  | "naming"
  | "entity"
  | "role"
  | "channel"
  | "when";

/** [a step's own confidence, share of such labels that were right], rising. */
export type Knots = readonly (readonly [number, number])[];

export const CALIBRATION: Readonly<Record<Calibrated, Knots>> = {
  // Fitted from here
  statement: [
    [0.5, 0.397],
    [0.51, 0.397],
    [0.54, 0.515],
    [0.55, 0.517],
    [0.77, 0.517],
    [0.78, 0.641],
    [0.85, 0.641],
    [0.86, 0.802],
    [0.91, 0.802],
    [0.92, 0.808],
    [0.94, 0.808],
    [0.95, 0.859],
    [0.96, 0.923],
    [0.97, 0.923],
    [0.98, 0.926],
    [0.99, 0.986],
    [1, 0.986],
  ],
  form: [[0.95, 0.973]],
  act: [
    [0.5, 0.992],
    [0.9, 0.992],
  ],
  negated: [
    [0.5, 0.996],
    [0.9, 0.996],
  ],
  framing: [
    [0.5, 0.992],
    [0.9, 0.992],
  ],
  kind: [
    [0.04, 0.788],
    [0.3, 0.788],
    [0.33, 0.96],
    [0.85, 0.96],
    [0.86, 0.961],
    [0.9, 0.961],
    [0.91, 0.997],
    [0.96, 0.997],
  ],
  naming: [
    [0.04, 0.586],
    [0.3, 0.586],
    [0.33, 0.896],
    [0.51, 0.896],
    [0.52, 0.937],
    [0.85, 0.937],
    [0.86, 0.976],
    [0.96, 0.976],
  ],
  entity: [
    [0.04, 0.37],
    [0.3, 0.37],
    [0.33, 0.7],
    [0.51, 0.7],
    [0.52, 0.741],
    [0.54, 0.851],
    [0.86, 0.851],
    [0.87, 0.963],
    [0.88, 0.968],
    [0.96, 0.968],
  ],
  role: [
    [0.33, 0.916],
    [0.79, 0.916],
    [0.8, 0.919],
    [0.93, 0.919],
    [0.94, 0.978],
    [0.96, 0.978],
  ],
  channel: [[0.8, 0.99]],
  when: [
    [0.4, 0.735],
    [0.85, 0.952],
  ],
  // to here
};
