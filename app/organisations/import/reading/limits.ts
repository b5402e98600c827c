/** Rows below the header. More belong into several files, or are no member list. */
export const MOST_ROWS = 20_000
export const MOST_COLUMNS = 200
export const LARGEST_FILE = 20 * 1024 * 1024
/** Unpacked size of a workbook, and how many times its packed size that may be: spreadsheets pack to a tenth, bombs to a thousandth. */
export const LARGEST_UNPACKED = 200 * 1024 * 1024
export const STEEPEST_RATIO = 200
