// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.Objects;
import org.stadttor.wallet.presentation.PresentationStatus;

/** A wallet was asked; this is how far it got. */
public record AskedWallet(LoginPresentation presentation, PresentationStatus status) {

    public AskedWallet {
        Objects.requireNonNull(presentation);
        Objects.requireNonNull(status);
    }
}
