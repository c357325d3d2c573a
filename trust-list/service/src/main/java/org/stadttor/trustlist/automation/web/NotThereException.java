// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation.web;

/** There is nothing under this address. */
final class NotThereException extends RuntimeException {
    NotThereException() {
        super("not there");
    }
}
