// SPDX-License-Identifier: EUPL-1.2
/** How both processes read secret settings, and how they say that they do not start. */
@NullMarked
package org.stadttor.settings;

import org.jspecify.annotations.NullMarked;
