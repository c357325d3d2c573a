// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import org.stadttor.idp.login.EngagementQrCode;
import org.stadttor.idp.login.LoginPresentation;
import org.stadttor.idp.login.LoginSettings;
import org.stadttor.wallet.openid4vp.EngagementUri;

/**
 * What a page shows for a wallet on another device.
 *
 * @param image address of the QR code as an image
 * @param link what it contains
 */
record QrView(String image, String link) {

    static QrView of(LoginPresentation presentation, LoginSettings.Qr qr) {
        EngagementUri engagement = presentation.engagement(qr.engagement(), qr.requestUriMethod());
        return new QrView(new EngagementQrCode(engagement).dataUri(), engagement.value());
    }
}
