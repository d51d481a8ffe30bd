package org.diban.indicator.format.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a workbook once before it is read, keeping nothing, so that no file can make the reader take more memory than the
 * limits allow: what the parts really unpack to (their declared sizes are not trusted), document types, where cells lie, and
 * that the texts they refer to are there.
 */
final class Inspection {
    private static final long SMALL_PART = 1024 * 1024;

    private final SheetLimits limits;
    private final Location file;
    private long unpacked;
    private long cells;
    private long shared;
    private long lastShared;

    Inspection(SheetLimits limits, Location file) {
        this.limits = limits;
        this.file = file;
    }

    /** What is wrong with the workbook; nothing when it can be read within the limits. */
    Optional<Problem> inspect(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > limits.entries()) {
                    return Optional.of(SheetProblem.TOO_MANY_PARTS.at(file, limits.entries()));
                }
                Problem problem = inspect(zip, entry);
                if (problem != null) {
                    return Optional.of(problem);
                }
            }
            // The library makes up a text for every number up to one that is not there.
            return lastShared < Math.max(shared, 1) ? Optional.empty() : Optional.of(SheetProblem.DAMAGED.at(file));
        } catch (IOException e) {
            return Optional.of(SheetProblem.DAMAGED.at(file));
        }
    }

    private @Nullable Problem inspect(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        try (InputStream content = zip.getInputStream(entry);
                Counted counted = new Counted(content, entry.getCompressedSize())) {
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                return inspectXml(entry.getName(), counted);
            }
            counted.transferTo(OutputStream.nullOutputStream());
            return null;
        } catch (TooLarge e) {
            return SheetProblem.UNPACKS_TOO_LARGE.at(file, limits.unpackedBytes() / SMALL_PART);
        }
    }

    private @Nullable Problem inspectXml(String name, InputStream content) throws IOException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            int row = 0;
            boolean isShared = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    return SheetProblem.DOCUMENT_TYPE.at(file, name);
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                Problem problem = null;
                switch (xml.getLocalName()) {
                    case "row" -> {
                        row = number(xml.getAttributeValue(null, "r"), row + 1);
                        problem = row < 1 || row > limits.rows() ? outOfBounds(row) : null;
                    }
                    case "c" -> {
                        problem = inspectCell(xml.getAttributeValue(null, "r"));
                        isShared = "s".equals(xml.getAttributeValue(null, "t"));
                    }
                    case "v" -> {
                        if (isShared) {
                            lastShared = Math.max(
                                    lastShared, number(xml.getElementText().strip(), 0));
                        }
                    }
                    case "si" -> shared++;
                    default -> {}
                }
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            return SheetProblem.DAMAGED.at(file);
        }
    }

    private @Nullable Problem inspectCell(@Nullable String reference) {
        if (++cells > limits.cells()) {
            return SheetProblem.TOO_MANY_CELLS.at(file, limits.cells());
        }
        if (reference == null) {
            return null;
        }
        int letters = 0;
        int column = 0;
        while (letters < reference.length() && letters < 4 && Character.isLetter(reference.charAt(letters))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(letters)) - 'A' + 1;
            letters++;
        }
        int row = number(reference.substring(letters), 0);
        boolean inside = column >= 1 && column <= limits.columns() && row >= 1 && row <= limits.rows();
        return inside ? null : outOfBounds(row);
    }

    private Problem outOfBounds(int row) {
        Location place = row > 0 ? file.line(row) : file;
        return SheetProblem.OUT_OF_BOUNDS.at(place, limits.rows(), limits.columns());
    }

    /** The number; 0 when it is none, the largest of all when it has more than eight digits; or another one when there is no text. */
    private static int number(@Nullable String digits, int otherwise) {
        if (digits == null) {
            return otherwise;
        }
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return digits.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /** The content of a part, until it is more than the limits allow. */
    private final class Counted extends FilterInputStream {
        private final long packed;
        private long read;

        Counted(InputStream in, long packed) {
            super(in);
            this.packed = Math.max(packed, 1);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                count(n);
            }
            return n;
        }

        private void count(int n) throws TooLarge {
            read += n;
            unpacked += n;
            if (unpacked > limits.unpackedBytes() || read > SMALL_PART && read / packed > limits.ratio()) {
                throw new TooLarge();
            }
        }
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
