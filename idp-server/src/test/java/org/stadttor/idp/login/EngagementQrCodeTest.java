// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.openid4vp.EngagementUri;
import org.stadttor.wallet.openid4vp.RequestUriMethod;

class EngagementQrCodeTest {

    private static final EngagementUri URI_OF_A_WALLET = EngagementUri.of(
            "openid4vp://",
            "x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk",
            URI.create("https://login.example/wallet/request/abc"),
            RequestUriMethod.GET);

    @Test
    void is_a_picture_without_styles_or_scripts() {
        String svg = new EngagementQrCode(URI_OF_A_WALLET).svg();

        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .doesNotContain("style", "script")
                // The finder pattern in the upper left corner, after four modules of quiet zone.
                .contains("M4 4h1v1h-1z", "M10 4h1v1h-1z", "M4 10h1v1h-1z")
                .doesNotContain("M5 5h1v1h-1z");
    }

    @Test
    void fits_into_an_image_address() {
        assertThat(new EngagementQrCode(URI_OF_A_WALLET).dataUri())
                .startsWith("data:image/svg+xml;base64,")
                .hasSizeLessThan(80_000);
    }
}
