// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.stadttor.wallet.openid4vp.EngagementUri;

/** An engagement address as a QR code, for a wallet on another device. */
public final class EngagementQrCode {

    /** Modules of quiet zone on each side (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private final QrCode code;

    public EngagementQrCode(EngagementUri engagement) {
        this.code = QrCode.encodeText(engagement.value(), QrCode.Ecc.MEDIUM);
    }

    /** A complete SVG document, dark on light. */
    public String svg() {
        int side = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/>"
                + "<path d=\"" + path + "\"/></svg>";
    }

    /** The SVG as the address of an image. */
    public String dataUri() {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg().getBytes(StandardCharsets.UTF_8));
    }
}
