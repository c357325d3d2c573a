// SPDX-License-Identifier: EUPL-1.2
/** Signs and publishes the list of approved issuers. */
@NullMarked
package org.stadttor.trustlist.publication;

import org.jspecify.annotations.NullMarked;
