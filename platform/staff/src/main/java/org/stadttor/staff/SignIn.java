// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

/** How somebody signed in. */
public enum SignIn {
    /** With a passkey, user verified. */
    PASSKEY,
    /** Through the operator's OpenID Provider. */
    OPENID_PROVIDER,
    /** With an API key, not in a browser; cannot confirm anything. */
    API_KEY,
    /** By a click, in the sandbox only. */
    SANDBOX
}
