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
    [0.5, 0.39],
    [0.51, 0.39],
    [0.52, 0.501],
    [0.58, 0.501],
    [0.59, 0.506],
    [0.77, 0.506],
    [0.78, 0.593],
    [0.85, 0.593],
    [0.86, 0.733],
    [0.91, 0.733],
    [0.92, 0.783],
    [0.94, 0.783],
    [0.95, 0.858],
    [0.96, 0.904],
    [0.98, 0.904],
    [0.99, 0.978],
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
    [0.5, 0.986],
    [0.9, 0.986],
  ],
  kind: [
    [0.03, 0.879],
    [0.3, 0.879],
    [0.31, 0.942],
    [0.9, 0.942],
    [0.91, 0.98],
    [0.93, 0.98],
  ],
  naming: [
    [0.03, 0.486],
    [0.3, 0.486],
    [0.31, 0.821],
    [0.35, 0.821],
    [0.36, 0.899],
    [0.82, 0.899],
    [0.83, 0.904],
    [0.84, 0.904],
    [0.85, 0.906],
    [0.86, 0.953],
    [0.9, 0.953],
    [0.91, 0.972],
    [0.93, 0.972],
  ],
  entity: [
    [0.03, 0.224],
    [0.26, 0.224],
    [0.3, 0.347],
    [0.31, 0.558],
    [0.36, 0.558],
    [0.37, 0.739],
    [0.82, 0.739],
    [0.83, 0.858],
    [0.87, 0.858],
    [0.88, 0.911],
    [0.89, 0.936],
    [0.93, 0.936],
  ],
  role: [
    [0.31, 0.643],
    [0.5, 0.643],
    [0.54, 0.87],
    [0.81, 0.87],
    [0.82, 0.929],
    [0.9, 0.929],
    [0.91, 0.964],
    [0.93, 0.964],
  ],
  channel: [[0.8, 0.98]],
  when: [
    [0.4, 0.735],
    [0.85, 0.952],
  ],
  // to here
};
