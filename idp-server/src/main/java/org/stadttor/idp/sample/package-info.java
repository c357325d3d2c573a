// SPDX-License-Identifier: EUPL-1.2
/** Code samples for the live configuration of a service. */
@NullMarked
package org.stadttor.idp.sample;

import org.jspecify.annotations.NullMarked;
