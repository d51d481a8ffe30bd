package org.diban.indicator.format.sheet;

/**
 * How much of a workbook is read before it is refused.
 *
 * @param fileBytes the size of the file, at most 2³⁰
 * @param entries the parts that it packs
 * @param unpackedBytes what all parts unpack to
 * @param ratio how many bytes one packed byte of a part may unpack to; asked of parts that unpack to more than a megabyte
 * @param rows the number of the last row of a sheet
 * @param columns the number of the last column
 * @param cells the cells of all sheets together
 */
public record SheetLimits(
        int fileBytes, int entries, long unpackedBytes, int ratio, int rows, int columns, long cells) {
    private static final int MEGABYTE = 1024 * 1024;

    /** 32 MB packed, 192 MB unpacked, 100,000 rows, 256 columns, two million cells. */
    public static final SheetLimits DEFAULT =
            new SheetLimits(32 * MEGABYTE, 12_000, 192L * MEGABYTE, 250, 100_000, 256, 2_000_000);

    public SheetLimits {
        if (fileBytes < 1 || fileBytes > 1024 * MEGABYTE || entries < 1 || ratio < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a limit is out of range");
        }
    }
}
