// SPDX-License-Identifier: EUPL-1.2
/** SD-JWT (RFC 9901) and SD-JWT VC: parsing and complete verification. */
@NullMarked
package org.stadttor.wallet.sdjwt;

import org.jspecify.annotations.NullMarked;
