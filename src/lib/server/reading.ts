/** Where a browser keeps how its user likes to read, for when nobody is signed in. */
export const READING_COOKIE = 'throughline_reading';
