// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;

/**
 * The statuses of many credentials, 1, 2, 4 or 8 bits each, the least significant bits of a byte first.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/">Token Status List, section 4</a>
 */
public final class StatusList {

    /**
     * The most bytes a list may have. DEFLATE cannot yield more than about a thousand bytes for one, and lists without
     * any revocation come near that, so the size is what is bounded and not the ratio.
     */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final int bits;
    private final byte[] statuses;

    private StatusList(int bits, byte[] statuses) {
        this.bits = bits;
        this.statuses = statuses;
    }

    /**
     * Unpacks a list.
     *
     * @param bits per status
     * @param compressed DEFLATE in the zlib format (RFC 1950), and nothing after it
     */
    public static StatusList inflate(int bits, byte[] compressed) {
        if (bits != 1 && bits != 2 && bits != 4 && bits != 8) {
            throw new InvalidStatusListException(Reason.BITS_INVALID);
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(compressed);
            byte[] statuses = inflate(inflater);
            if (inflater.getRemaining() > 0) {
                throw new InvalidStatusListException(Reason.LIST_MALFORMED);
            }
            return new StatusList(bits, statuses);
        } catch (DataFormatException e) {
            throw new InvalidStatusListException(Reason.LIST_MALFORMED, e);
        }
    }

    private static byte[] inflate(Inflater inflater) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (!inflater.finished()) {
            int length = inflater.inflate(chunk);
            if (length == 0 && !inflater.finished()) {
                // Cut off, or asking for a preset dictionary.
                throw new InvalidStatusListException(Reason.LIST_MALFORMED);
            }
            if (out.size() + length > MAX_BYTES) {
                throw new InvalidStatusListException(Reason.LIST_TOO_LARGE);
            }
            out.write(chunk, 0, length);
        }
        return out.toByteArray();
    }

    /** How many statuses there are. */
    public long size() {
        return statuses.length * (long) Byte.SIZE / bits;
    }

    /** Memory in bytes. */
    int weight() {
        return statuses.length;
    }

    /**
     * The status at an index.
     *
     * @throws InvalidStatusListException {@code index_out_of_range}
     */
    public int at(long index) {
        if (index < 0 || index >= size()) {
            throw new InvalidStatusListException(Reason.INDEX_OUT_OF_RANGE);
        }
        long bit = index * bits;
        int octet = statuses[(int) (bit / Byte.SIZE)] & 0xff;
        return octet >> (int) (bit % Byte.SIZE) & (1 << bits) - 1;
    }
}
