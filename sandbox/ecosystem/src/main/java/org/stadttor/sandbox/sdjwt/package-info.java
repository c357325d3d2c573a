// SPDX-License-Identifier: EUPL-1.2
/** The issuing and holding half of SD-JWT, written independently of the verifying half. */
@NullMarked
package org.stadttor.sandbox.sdjwt;

import org.jspecify.annotations.NullMarked;
