// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.registration;

/** A registration file was refused; the message tells its author what to change. */
public final class RegistrationRefusedException extends RuntimeException {
    public RegistrationRefusedException(String message) {
        super(message);
    }
}
