// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.net.URI;
import org.stadttor.wallet.presentation.PresentationId;

/** What became of an attempt to complete a login. */
public sealed interface LoginOutcome {

    /** The citizen goes back to the portal, with a code. */
    record Completed(URI address) implements LoginOutcome {

        @Override
        public String toString() {
            return "Completed[…]";
        }
    }

    /** The wallet's answer was refused, or the wallet refused; the citizen may try again. */
    record Refused(LoginPresentation presentation, PresentationId id, String reasonCode) implements LoginOutcome {}

    /** The wallet's answer came after the end of the login. */
    record TooLate() implements LoginOutcome {}

    /** There is nothing for this browser. */
    record Nothing() implements LoginOutcome {}
}
