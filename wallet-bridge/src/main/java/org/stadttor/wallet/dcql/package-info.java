// SPDX-License-Identifier: EUPL-1.2
/** The Digital Credentials Query Language (OpenID4VP 1.0, section 6). */
@NullMarked
package org.stadttor.wallet.dcql;

import org.jspecify.annotations.NullMarked;
