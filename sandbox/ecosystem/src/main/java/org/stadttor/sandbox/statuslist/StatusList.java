// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.statuslist;

import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The bits of a status list, least significant first, compressed with ZLIB.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/">Token Status List, section 4</a>
 */
public final class StatusList {

    private final int bits;
    private final byte[] bytes;

    /**
     * A list of zeros.
     *
     * @param bits per entry: 1, 2, 4 or 8
     */
    public StatusList(int bits, int entries) {
        if (bits != 1 && bits != 2 && bits != 4 && bits != 8) {
            throw new IllegalArgumentException("bits must be 1, 2, 4 or 8");
        }
        this.bits = bits;
        this.bytes = new byte[Math.ceilDiv(entries * bits, 8)];
    }

    /** Sets an entry that is still zero. */
    public void set(int index, int value) {
        int position = index * bits;
        bytes[position / 8] |= (byte) (value << (position % 8));
    }

    /** The claim {@code status_list}. */
    public Map<String, Object> claim() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("bits", bits);
        claim.put("lst", compressed());
        return claim;
    }

    /** The member {@code lst}. */
    String compressed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out, deflater)) {
            zlib.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64URL.encode(out.toByteArray()).toString();
    }
}
