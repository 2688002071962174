/* One drawing of the loop for everything that carries the line. It enters at (0,0), turns once above the line and
   leaves at (28,0): the caller draws the straight parts on either side. */
export const loop = 'M0 0 C13 0 21 -4 21 -11 C21 -15 18 -18 14 -18 S7 -15 7 -11 C7 -4 15 0 28 0';
